/**
 * @file
 * One runtime for LLM agents, and one interface to it from every language.
 *
 * Made by bridgegen; change the interface, not this file.
 */
#ifndef LLMSPELL_H
#define LLMSPELL_H

#include "llmspell/core.h"
#include "llmspell/shared.h"
#include "llmspell/session.h"
#include "llmspell/provider.h"
#include "llmspell/agent.h"
#include "llmspell/tool.h"
#include "llmspell/event.h"
#include "llmspell/memory.h"
#include "llmspell/state.h"
#include "llmspell/schema.h"
#include "llmspell/output.h"
#include "llmspell/hook.h"
#include "llmspell/script.h"
#include "llmspell/workflow.h"
#include "llmspell/testing.h"

#endif
