/* The Python inside the library, compiled in, and the C that it calls besides. */
#ifndef BRIDGE_GLUE_H
#define BRIDGE_GLUE_H

#include <stddef.h>

typedef struct bridge_glue {
    const char *module;
    const unsigned char *code;
    size_t size;
} bridge_glue;

/** The modules; ends with one whose name is NULL. */
extern const bridge_glue bridge_glues[];

/** A module's compiled code; NULL when there is no such module. */
const unsigned char *bridge_glue_code(const char *module, size_t *size);

void bridge_free(void *memory);

/** The status of an error code; that of a failed callback for one that the interface does not declare. */
int bridge_status_of(const char *code);

#endif
