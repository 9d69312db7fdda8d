/* The Lua module that reaches libNAME.so: its generic calls, with JSON as text. One source for Lua 5.4 and LuaJIT.
 *
 * Compiled for one interface, with -DBRIDGE_PREFIX=… as runtime/c/include/bridge.h says; the module is NAME.native.
 * Everything else, values and errors included, is written in Lua above it.
 */
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "bridge.h"

#define SESSION_TYPE BRIDGE_PREFIX_TEXT ".session"

typedef struct handler handler;

/* One per Lua state. It outlives the state while the library still holds a handler. */
typedef struct host {
    lua_State *runner;        /* where handlers run; NULL once the Lua state is closed */
    _Atomic(handler *) gone;  /* handlers the library let go of, on whatever thread */
    atomic_int holders;
} host;

struct handler {
    host *home;
    int function; /* its reference in the registry */
    handler *next;
};

typedef struct session_box {
    bridge_session *session;
    bool is_child;
} session_box;

static void release_host(host *home)
{
    if (atomic_fetch_sub(&home->holders, 1) == 1) {
        free(home);
    }
}

static host *host_of(lua_State *L)
{
    return *(host **)lua_touserdata(L, lua_upvalueindex(1));
}

/* Forgets the Lua functions of handlers that are gone: only here, on the thread of the Lua state. */
static void sweep(lua_State *L, host *home)
{
    handler *gone = atomic_exchange(&home->gone, NULL);
    while (gone != NULL) {
        handler *next = gone->next;
        luaL_unref(L, LUA_REGISTRYINDEX, gone->function);
        free(gone);
        release_host(home);
        gone = next;
    }
}

static int host_gc(lua_State *L)
{
    host *home = *(host **)lua_touserdata(L, 1);
    sweep(L, home);
    home->runner = NULL;
    release_host(home);
    return 0;
}

static session_box *box_of(lua_State *L)
{
    return luaL_checkudata(L, 1, SESSION_TYPE);
}

static int push_error(lua_State *L)
{
    lua_pushstring(L, bridge_last_error(NULL)->json);
    return 1;
}

static const char CLOSED[] =
    "{\"code\":\"runtime.session_closed\",\"message\":\"the session is closed\",\"fields\":{},"
    "\"recovery\":\"none\",\"http_status\":409}";

/* The open session of the first argument, or NULL with `false, error` pushed. */
static bridge_session *open_session(lua_State *L)
{
    session_box *box = box_of(L);
    if (box->session == NULL) {
        lua_pushboolean(L, 0);
        lua_pushstring(L, CLOSED);
    }
    return box->session;
}

/* Pushes `true, text` (which it frees) or `false, error`. */
static int push_outcome(lua_State *L, bridge_status status, char *text)
{
    lua_pushboolean(L, status == BRIDGE_OK);
    if (status == BRIDGE_OK) {
        lua_pushstring(L, text != NULL ? text : "null");
        bridge_string_free(text);
        return 2;
    }
    return 1 + push_error(L);
}

static int push_session(lua_State *L, bridge_session *session, bool is_child)
{
    session_box *box = lua_newuserdata(L, sizeof *box);
    box->session = session;
    box->is_child = is_child;
    luaL_getmetatable(L, SESSION_TYPE);
    lua_setmetatable(L, -2);
    return 1;
}

/* open(options) -> session | nil, error */
static int native_open(lua_State *L)
{
    bridge_session *session = NULL;
    if (bridge_open(luaL_checkstring(L, 1), &session) == BRIDGE_OK) {
        return push_session(L, session, false);
    }
    lua_pushnil(L);
    return 1 + push_error(L);
}

/* child(session, handle) -> true, session | false, error */
static int native_child(lua_State *L)
{
    bridge_session *parent = open_session(L), *child = NULL;
    if (parent == NULL) {
        return 2;
    }
    if (bridge_session_from_id(parent, luaL_checkstring(L, 2), &child) != BRIDGE_OK) {
        lua_pushboolean(L, 0);
        return 1 + push_error(L);
    }
    lua_pushboolean(L, 1);
    return 1 + push_session(L, child, true);
}

static bridge_status end_session(session_box *box)
{
    bridge_session *session = box->session;
    box->session = NULL;
    if (session == NULL) {
        return BRIDGE_OK;
    }
    if (box->is_child) {
        bridge_session_free(session); /* the parent closes it, or its release function did */
        return BRIDGE_OK;
    }
    return bridge_close(session);
}

/* close(session) -> true | false, error */
static int native_close(lua_State *L)
{
    return push_outcome(L, end_session(box_of(L)), NULL);
}

static int session_gc(lua_State *L)
{
    (void)end_session(lua_touserdata(L, 1));
    return 0;
}

/* call(session, function, arguments) -> true, result | false, error */
static int native_call(lua_State *L)
{
    bridge_session *session = open_session(L);
    char *result = NULL;
    if (session == NULL) {
        return 2;
    }
    bridge_status status = bridge_call(session, luaL_checkstring(L, 2), luaL_checkstring(L, 3), &result);
    return push_outcome(L, status, result);
}

/* start(session, function, arguments) -> ticket | nil, error */
static int native_start(lua_State *L)
{
    bridge_session *session = open_session(L);
    uint64_t ticket = 0;
    if (session == NULL) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (bridge_call_start(session, luaL_checkstring(L, 2), luaL_checkstring(L, 3), &ticket) == BRIDGE_OK) {
        lua_pushnumber(L, (lua_Number)ticket);
        return 1;
    }
    lua_pushnil(L);
    return 1 + push_error(L);
}

/* start_next(session, stream) -> ticket | nil, error */
static int native_start_next(lua_State *L)
{
    bridge_session *session = open_session(L);
    uint64_t ticket = 0;
    if (session == NULL) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (bridge_stream_next_start(session, luaL_checkstring(L, 2), &ticket) == BRIDGE_OK) {
        lua_pushnumber(L, (lua_Number)ticket);
        return 1;
    }
    lua_pushnil(L);
    return 1 + push_error(L);
}

/* wait(session, ticket | nil, seconds | nil) -> ticket, ok, result or error | ticket, true at the end of a stream
   | nothing when none ended */
static int native_wait(lua_State *L)
{
    bridge_session *session = open_session(L);
    uint64_t finished = 0;
    char *result = NULL;
    if (session == NULL) {
        return 0;
    }
    uint64_t ticket = (uint64_t)luaL_optnumber(L, 2, 0);
    lua_Number seconds = luaL_optnumber(L, 3, -1);
    int64_t milliseconds = seconds < 0 ? -1 : (int64_t)(seconds * 1000);
    bridge_status status = bridge_call_wait(session, ticket, milliseconds, &finished, &result);
    if (status == BRIDGE_END && finished == 0) {
        return 0;
    }
    lua_pushnumber(L, (lua_Number)finished);
    if (status == BRIDGE_END) {
        lua_pushboolean(L, 1);
        return 2;
    }
    return 1 + push_outcome(L, status, result);
}

/* cancel(session, ticket) */
static int native_cancel(lua_State *L)
{
    bridge_session *session = box_of(L)->session;
    if (session != NULL) {
        (void)bridge_call_cancel(session, (uint64_t)luaL_checknumber(L, 2));
    }
    return 0;
}

/* The library calls a handler: on this thread, for it is inside a call of ours. */
static bridge_status run_handler(void *user_data, const char *arguments, char **result)
{
    const handler *called = user_data;
    lua_State *L = called->home->runner;
    if (L == NULL || !lua_checkstack(L, 8)) {
        return bridge_fail("runtime.callback_failed", "the Lua state of the callback is closed");
    }
    int top = lua_gettop(L);
    bridge_status status;
    lua_rawgeti(L, LUA_REGISTRYINDEX, called->function);
    lua_pushstring(L, arguments);
    if (lua_pcall(L, 1, 2, 0) != 0) {
        const char *message = lua_tostring(L, -1);
        status = bridge_fail("runtime.callback_failed", message != NULL ? message : "a callback failed");
    } else if (lua_toboolean(L, -2)) {
        *result = bridge_string_copy(lua_tostring(L, -1));
        status = BRIDGE_OK;
    } else {
        status = bridge_fail_json(lua_tostring(L, -1));
    }
    lua_settop(L, top);
    return status;
}

static void handler_gone(void *user_data)
{
    handler *gone = user_data;
    handler *head = atomic_load(&gone->home->gone);
    do {
        gone->next = head;
    } while (!atomic_compare_exchange_weak(&gone->home->gone, &head, gone));
}

/* callback(session, function) -> id | nil, error */
static int native_callback(lua_State *L)
{
    bridge_session *session = open_session(L);
    host *home = host_of(L);
    char *id = NULL;
    if (session == NULL) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    luaL_checktype(L, 2, LUA_TFUNCTION);
    sweep(L, home);
    handler *made = malloc(sizeof *made);
    if (made == NULL) {
        return luaL_error(L, "no memory for a callback");
    }
    lua_pushvalue(L, 2);
    made->home = home;
    made->function = luaL_ref(L, LUA_REGISTRYINDEX);
    made->next = NULL;
    atomic_fetch_add(&home->holders, 1);
    if (bridge_callback_new(session, run_handler, made, handler_gone, &id) != BRIDGE_OK) {
        luaL_unref(L, LUA_REGISTRYINDEX, made->function);
        free(made);
        release_host(home);
        lua_pushnil(L);
        return 1 + push_error(L);
    }
    lua_pushstring(L, id);
    bridge_string_free(id);
    return 1;
}

/* release_callback(session, id) */
static int native_release_callback(lua_State *L)
{
    bridge_session *session = box_of(L)->session;
    if (session != NULL) {
        (void)bridge_callback_free(session, luaL_checkstring(L, 2));
    }
    return 0;
}

/* stream_next(session, id) -> true, item | true, nil at the end | false, error */
static int native_stream_next(lua_State *L)
{
    bridge_session *session = open_session(L);
    char *item = NULL;
    if (session == NULL) {
        return 2;
    }
    bridge_status status = bridge_stream_next(session, luaL_checkstring(L, 2), &item);
    if (status == BRIDGE_END) {
        lua_pushboolean(L, 1);
        return 1;
    }
    return push_outcome(L, status, item);
}

/* stream_close(session, id) */
static int native_stream_close(lua_State *L)
{
    bridge_session *session = box_of(L)->session;
    if (session != NULL) {
        (void)bridge_stream_close(session, luaL_checkstring(L, 2));
    }
    return 0;
}

/* poll(session, seconds | nil) -> true, whether a handler ran | false, error */
static int native_poll(lua_State *L)
{
    bridge_session *session = open_session(L);
    if (session == NULL) {
        return 2;
    }
    bridge_status status = bridge_poll(session, (int64_t)(luaL_optnumber(L, 2, 0) * 1000));
    if (status == BRIDGE_OK || status == BRIDGE_END) {
        lua_pushboolean(L, 1);
        lua_pushstring(L, status == BRIDGE_OK ? "true" : "false");
        return 2;
    }
    lua_pushboolean(L, 0);
    return 1 + push_error(L);
}

static const luaL_Reg FUNCTIONS[] = {
    {"open", native_open},
    {"child", native_child},
    {"close", native_close},
    {"call", native_call},
    {"start", native_start},
    {"start_next", native_start_next},
    {"wait", native_wait},
    {"cancel", native_cancel},
    {"callback", native_callback},
    {"release_callback", native_release_callback},
    {"stream_next", native_stream_next},
    {"stream_close", native_stream_close},
    {"poll", native_poll},
    {NULL, NULL},
};

/* Pushes the host of this Lua state: a userdata whose end tells that the state is closed. */
static void push_host(lua_State *L)
{
    host **box = lua_newuserdata(L, sizeof *box);
    host *home = calloc(1, sizeof *home);
    if (home == NULL) {
        luaL_error(L, "no memory for the native module");
        return;
    }
    *box = home;
    atomic_init(&home->holders, 1);
    home->runner = lua_newthread(L);
    luaL_ref(L, LUA_REGISTRYINDEX); /* keeps the thread alive as long as the state */
    lua_newtable(L);
    lua_pushcfunction(L, host_gc);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
}

/* The module's name, where it is not the library's prefix. */
#ifndef BRIDGE_MODULE
#define BRIDGE_MODULE BRIDGE_PREFIX
#endif

#define OPEN_(name) luaopen_##name##_native
#define OPEN(name) OPEN_(name)

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int OPEN(BRIDGE_MODULE)(lua_State *L)
{
    luaL_newmetatable(L, SESSION_TYPE);
    lua_pushcfunction(L, session_gc);
    lua_setfield(L, -2, "__gc");
    lua_pop(L, 1);
    lua_newtable(L);
    push_host(L);
    for (const luaL_Reg *function = FUNCTIONS; function->name != NULL; function++) {
        lua_pushvalue(L, -1);
        lua_pushcclosure(L, function->func, 1);
        lua_setfield(L, -3, function->name);
    }
    lua_pop(L, 1);
    lua_pushstring(L, bridge_version());
    lua_setfield(L, -2, "version");
    return 1;
}
