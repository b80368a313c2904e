"""How Schemathesis sends what is not JSON."""

import schemathesis


@schemathesis.serializer("image/png", "image/jpeg", "image/webp", "application/pdf")
def as_it_is(ctx, value):
    # A file is sent as its bytes.
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
