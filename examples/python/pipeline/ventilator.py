"""Pipeline, the source of tasks. Arguments: [endpoint] [tasks] [workers to wait for, so that all get an even share].
The other half: worker.py, or Worker, several times; and sink.py, or Sink."""
import signal
import sys

import zmq
from zmq.utils.monitor import recv_monitor_message

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5557"
tasks = int(sys.argv[2]) if len(sys.argv) > 2 else 100
workers = int(sys.argv[3]) if len(sys.argv) > 3 else 2

with zmq.Context() as context, context.socket(zmq.PUSH) as push:
    monitor = push.get_monitor_socket(zmq.EVENT_HANDSHAKE_SUCCEEDED)
    push.bind(endpoint)
    for _ in range(workers):
        recv_monitor_message(monitor)
    push.disable_monitor()
    for i in range(tasks):
        push.send_string(f"task {i}")
    print(tasks, "tasks for", workers, "workers", flush=True)
