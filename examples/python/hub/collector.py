"""The hub, one who pulls: gets a share of the messages, without their topics. Arguments: [endpoint].
The other half: hub.py, or Hub."""
import json
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5563"

with zmq.Context() as context, context.socket(zmq.PULL) as pull:
    pull.connect(endpoint)
    while True:
        print(json.dumps(json.loads(pull.recv())), flush=True)
