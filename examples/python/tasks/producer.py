"""A thousand tasks, the source: sends task2---0 to task2---999.
Arguments: [endpoint] [tasks] [milliseconds between] [PULLs to wait for]. The other half: consumer.py, or Consumer."""
import signal
import sys
import time

import zmq
from zmq.utils.monitor import recv_monitor_message

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5557"
tasks = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
pause = int(sys.argv[3]) / 1000 if len(sys.argv) > 3 else 0
consumers = int(sys.argv[4]) if len(sys.argv) > 4 else 0

with zmq.Context() as context, context.socket(zmq.PUSH) as push:
    monitor = push.get_monitor_socket(zmq.EVENT_HANDSHAKE_SUCCEEDED)
    push.bind(endpoint)
    print("bound", flush=True)
    for _ in range(consumers):
        recv_monitor_message(monitor)
    push.disable_monitor()
    for i in range(tasks):
        push.send_string(f"task2---{i}")  # waits while there is no PULL
        print(f"sent task2---{i}", flush=True)
        time.sleep(pause)
    print("all sent", flush=True)
