/* Opens a session and says how it went: what a host sees of an installation. */
#include "checking.h"

int main(void)
{
    library_session *session = NULL;
    library_status status = library_open(NULL, &session);
    const library_error *error = library_last_error(session);
    printf("%d %d %s %s\n", status, (int)error->status, error->code, error->message);
    IS((status == LIBRARY_OK) == (session != NULL));
    if (status != LIBRARY_OK) { /* and it stays so, without hanging or printing */
        IS(library_open(NULL, &session) == status);
        IS(library_catalog_each(session, NULL, NULL) == LIBRARY_E_RUNTIME_INVALID_ARGUMENT);
    }
    (void)gives_;
    return library_close(session) == LIBRARY_OK ? 0 : 1;
}
