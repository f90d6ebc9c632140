"""Filtered radio, the station: broadcasts "N serial", N from 0 to 29 and over again. Arguments: [endpoint] [ms between].
The other half: listener.py, or Listener."""
import signal
import sys
import time
from itertools import count

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5558"
pause = int(sys.argv[2]) / 1000 if len(sys.argv) > 2 else 0.1

with zmq.Context() as context, context.socket(zmq.PUB) as pub:
    pub.bind(endpoint)
    print("on air", flush=True)
    for serial in count():
        pub.send_string(f"{serial % 30} {serial}")
        time.sleep(pause)
