"""The hub, one who speaks: sends "TOPIC JSON" through a PUB that connects. Arguments: [endpoint] [topic] [messages] [ms between].
The other half: hub.py, or Hub."""
import json
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5561"
topic = sys.argv[2] if len(sys.argv) > 2 else "chat"
messages = int(sys.argv[3]) if len(sys.argv) > 3 else 10
pause = int(sys.argv[4]) / 1000 if len(sys.argv) > 4 else 0.1

with zmq.Context() as context, context.socket(zmq.PUB) as pub:
    pub.connect(endpoint)
    time.sleep(0.5)  # what is published before the hub has subscribed reaches nobody
    for i in range(1, messages + 1):
        pub.send_string(f"{topic} {json.dumps({'from': 'python', 'number': i})}")
        time.sleep(pause)
    print(messages, "messages sent", flush=True)
