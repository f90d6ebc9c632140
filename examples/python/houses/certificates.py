"""Keys for the houses of stone and iron: of a server, of a client that the house of iron lets in, and of a stranger.
Arguments: [directory]. The twin: Certificates, which makes the same."""
import os
import shutil
import sys

import zmq.auth

directory = sys.argv[1] if len(sys.argv) > 1 else "keys"
allowed = os.path.join(directory, "allowed")
os.makedirs(allowed, exist_ok=True)

for name in ("server", "client", "stranger"):
    public, secret = zmq.auth.create_certificates(directory, name, metadata={"name": name})
    os.chmod(secret, 0o600)  # for its owner alone
    if name == "client":
        shutil.copy(public, allowed)
    print(name, zmq.auth.load_certificate(public)[0].decode(), flush=True)
