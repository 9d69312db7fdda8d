/* Assertions that name what was expected, and where. */
#ifndef CHECKING_H
#define CHECKING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <library.h>

#define FAIL(...) (fprintf(stderr, "%s:%d: ", __FILE__, __LINE__), fprintf(stderr, __VA_ARGS__), fputc('\n', stderr), exit(1))
#define IS(condition) ((condition) ? (void)0 : FAIL("expected %s", #condition))
#define SAYS(text, expected) (strcmp((text), (expected)) == 0 ? (void)0 : FAIL("%s is %s", #text, (text)))

/* Checks a call's status; an error must also be the thread's last one. */
static void gives_(library_status got, library_status wanted, const char *call, int line)
{
    const library_error *error = library_last_error(NULL);
    if (got == wanted && (got == LIBRARY_OK || got == LIBRARY_END || error->status == got))
        return;
    fprintf(stderr, "line %d: %s gave %d, expected %d: %s %s\n", line, call, got, wanted, error->code, error->message);
    exit(1);
}

#define GIVES(call, wanted) gives_((call), (wanted), #call, __LINE__)
#define OK(call) GIVES(call, LIBRARY_OK)

#endif
