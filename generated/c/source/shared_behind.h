/* The functions behind shared.h, which are written in Python. Made by bridgegen; change the interface, not this file. */
#ifndef LLMSPELL_SHARED_H_BEHIND
#define LLMSPELL_SHARED_H_BEHIND

#include "llmspell.h"

#endif
