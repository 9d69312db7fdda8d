/* The Python that is compiled into the library. */
#include "bridge_glue.h"

#include <stdlib.h>
#include <string.h>

const unsigned char *bridge_glue_code(const char *module, size_t *size)
{
    for (const bridge_glue *glue = bridge_glues; glue->module != NULL; glue++) {
        if (strcmp(glue->module, module) == 0) {
            *size = glue->size;
            return glue->code;
        }
    }
    return NULL;
}

void bridge_free(void *memory)
{
    free(memory);
}
