"""libzmq as a player of scenarios.

Reads one call a line from standard input and answers each with one line on standard output: how it ended, and the frames
that were received, in hexadecimal, "-" for an empty one. Before it answers, libzmq is at rest.

    begin SECONDS                     closes all sockets; looks that long for what is still on the way, beside watching
    SOCKET open TYPE [OPTION=VALUE]...
    SOCKET set OPTION=VALUE
    SOCKET bind|connect|unbind|disconnect ENDPOINT
    SOCKET meet COUNT                 waits for so many handshakes since open
    SOCKET subscribe|unsubscribe FRAME
    SOCKET send FRAME...
    SOCKET receive
    SOCKET poll
    SOCKET close
"""

import os
import sys
import time

import zmq
from zmq.utils.monitor import recv_monitor_message

PATIENCE = 20
CODES = {zmq.EAGAIN: "EAGAIN", zmq.EFSM: "EFSM", zmq.EHOSTUNREACH: "EHOSTUNREACH"}
TASKS = "/proc/self/task"


def text(frame):
    return frame.hex() or "-"


def frame(text):
    return b"" if text == "-" else bytes.fromhex(text)


class Threads:
    """libzmq's own threads: at rest if all of them sleep and none has run since it was looked last."""

    def __init__(self):
        self.tasks = []

    def find(self):
        """Waits for both, one that does I/O and one that reaps, as each names itself when it begins."""
        found = []
        while len(found) < 2:
            names = {task: open(f"{TASKS}/{task}/comm").read() for task in os.listdir(TASKS)}
            found = [task for task in names if names[task].startswith("ZMQ")]
        self.tasks = [open(f"{TASKS}/{task}/status", "rb", 0) for task in found]

    def look(self):
        """Their states and how often each has run; None if one runs."""
        seen = []
        for task in self.tasks:
            task.seek(0)
            status = task.read()
            if b"State:\tS" not in status:
                return None
            seen.append(status[status.index(b"voluntary"):])
        return seen


class Player:
    def __init__(self):
        self.context = zmq.Context()
        self.context.socket(zmq.PAIR).close()
        self.threads = Threads()
        self.threads.find()
        self.sockets = {}
        self.monitors = {}
        self.handshakes = {}
        self.opened = 0
        self.pause = 0

    def begin(self, seconds):
        for name in list(self.sockets):
            self.sockets[name].linger = 0
            self.close(name)
        self.pause = float(seconds)

    def rest(self):
        """Lets libzmq look at what has come for each socket until nothing moves any more."""
        while True:
            before = self.threads.look()
            self.attend()
            if self.pause:
                time.sleep(self.pause)
                self.attend()
            if before is not None and (self.pause or before == self.threads.look()):
                return

    def attend(self):
        """Lets each socket look at what libzmq's threads have told it: a bind does so before it sees that it is nonsense.

        To ask for ZMQ_EVENTS would do so as well, and would read a message ahead.
        """
        for socket in self.sockets.values():
            try:
                socket.bind("nonsense")
            except zmq.ZMQError:
                pass

    def set_option(self, socket, option):
        key, value = option.split("=", 1)
        socket.set(getattr(zmq, key), int(value) if value.lstrip("-").isdigit() else value.encode())

    def open(self, name, kind, *options):
        socket = self.context.socket(getattr(zmq, kind))
        for option in options:
            self.set_option(socket, option)
        self.opened += 1
        endpoint = f"inproc://monitor-{self.opened}"
        socket.monitor(endpoint, zmq.EVENT_HANDSHAKE_SUCCEEDED)
        monitor = self.context.socket(zmq.PAIR)
        monitor.rcvhwm = 0
        monitor.connect(endpoint)
        self.sockets[name] = socket
        self.monitors[name] = monitor
        self.handshakes[name] = 0

    def set(self, name, option):
        self.set_option(self.sockets[name], option)

    def close(self, name):
        # In this order: the last event is sent blocking, so its reader must outlive it.
        monitor = self.monitors.pop(name)
        socket = self.sockets.pop(name)
        socket.monitor(None, 0)
        socket.close()
        monitor.close(linger=0)

    def bind(self, name, endpoint):
        self.sockets[name].bind(endpoint)

    def connect(self, name, endpoint):
        self.sockets[name].connect(endpoint)

    def unbind(self, name, endpoint):
        self.sockets[name].unbind(endpoint)

    def disconnect(self, name, endpoint):
        self.sockets[name].disconnect(endpoint)

    def meet(self, name, count):
        while self.handshakes[name] < int(count):
            if not self.monitors[name].poll(PATIENCE * 1000):
                return "late"
            recv_monitor_message(self.monitors[name])
            self.handshakes[name] += 1

    def subscribe(self, name, topic):
        self.tell(name, zmq.SUBSCRIBE, b"\1", frame(topic))

    def unsubscribe(self, name, topic):
        self.tell(name, zmq.UNSUBSCRIBE, b"\0", frame(topic))

    def tell(self, name, option, verb, topic):
        socket = self.sockets[name]
        if socket.type == zmq.XSUB:
            socket.send(verb + topic, zmq.NOBLOCK)
        else:
            socket.set(option, topic)

    def send(self, name, *frames):
        self.sockets[name].send_multipart([frame(each) for each in frames], zmq.NOBLOCK)

    def receive(self, name):
        return "ok " + " ".join(text(each) for each in self.sockets[name].recv_multipart(zmq.NOBLOCK))

    def poll(self, name):
        events = self.sockets[name].get(zmq.EVENTS)
        return "in=%d,out=%d" % (bool(events & zmq.POLLIN), bool(events & zmq.POLLOUT))

    def play(self, name, verb, *words):
        try:
            return getattr(self, verb)(name, *words) or "ok"
        except zmq.ZMQError as error:
            if verb in ("bind", "connect", "unbind", "disconnect"):
                return "refused"
            return CODES.get(error.errno, str(error))


def main():
    player = Player()
    for line in sys.stdin:
        words = line.split()
        if words[0] == "begin":
            player.begin(words[1])
            answer = "ok"
        else:
            answer = player.play(*words)
        player.rest()
        print(answer, flush=True)
    player.begin(0)
    player.context.term()


main()
