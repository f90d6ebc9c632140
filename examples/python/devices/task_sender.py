"""A PUSH that connects to a streamer and sends "task2---N" for N from 0 on. Arguments: [endpoint] [count] [first N].
The other half: streamer_device.py and, behind it, tasks/consumer.py."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5559"
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
first = int(sys.argv[3]) if len(sys.argv) > 3 else 0

with zmq.Context() as context, context.socket(zmq.PUSH) as push:
    push.connect(endpoint)
    for i in range(first, first + count):
        push.send_string(f"task2---{i}")
    print(count, "tasks sent", flush=True)
