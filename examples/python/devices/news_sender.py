"""A PUB that connects to a forwarder and sends "TOPIC N" without end. Arguments: [endpoint] [topic] [milliseconds between].
The other half: forwarder_device.py and, behind it, radio/football_fan.py with the topic as argument."""
import signal
import sys
import time
from itertools import count

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5559"
topic = sys.argv[2] if len(sys.argv) > 2 else "netherlands"
pause = int(sys.argv[3]) / 1000 if len(sys.argv) > 3 else 0.1

with zmq.Context() as context, context.socket(zmq.PUB) as pub:
    pub.connect(endpoint)
    for i in count():
        pub.send_string(f"{topic} {i}")
        time.sleep(pause)
