"""A libzmq peer under remote control.

Reads one command a line from standard input and answers each with one line on standard output: "ok" and what was asked
for, or "error" and why. Frames travel in hexadecimal, "-" stands for an empty one. Every wait ends after PATIENCE
seconds. The process ends with its standard input.

    open NAME TYPE [OPTION=VALUE]...   a new socket; VALUE is a number or text
    close NAME
    bind NAME ENDPOINT                 answers the endpoint with its real port
    connect NAME ENDPOINT
    unbind NAME ENDPOINT
    disconnect NAME ENDPOINT
    subscribe NAME FRAME
    unsubscribe NAME FRAME
    await NAME EVENT                   waits for a monitor event, such as HANDSHAKE_SUCCEEDED; answers its value
    attend NAME                        lets libzmq look at what has come for the socket
    alone NAME                         waits until there is nobody to send to
    send NAME FRAME...
    recv NAME                          answers the frames
    tryrecv NAME MILLISECONDS          answers the frames or "none"
    echo NAME COUNT                    sends back the next COUNT messages just as they came
    count NAME COUNT [FRAME]...        sends COUNT messages of these frames and a number, from 0
    check NAME COUNT                   receives COUNT messages whose last frames are the numbers from 0
    ask NAME COUNT [FRAME]...          as count, but waits for each message to come back before the next
    users [USER=PASSWORD]...           decides about peers by their passwords, as pyzmq does
    keys DIRECTORY                     decides about peers by the certificates in there, as pyzmq does
    decide STATUS [USER]               answers every question about a peer in this way
    garble WHAT                        answers every question about a peer, and breaks RFC 27 in this way
    reset                              closes every socket
"""

import sys
import threading
import time

import zmq
import zmq.auth.thread
from zmq.utils.monitor import recv_monitor_message

PATIENCE = 15
RETRY = 0.002

# What passes by itself: a ROUTER that does not know its peer yet, a port that is being given back.
PASSING = (zmq.EHOSTUNREACH, zmq.EADDRINUSE)


def text(frame):
    return frame.hex() or "-"


def frame(text):
    return b"" if text == "-" else bytes.fromhex(text)


def number(index):
    return str(index).encode()


def patiently(action):
    """Repeats what fails for a reason that passes by itself."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return action()
        except zmq.ZMQError as error:
            if error.errno not in PASSING or time.monotonic() > deadline:
                raise
            time.sleep(RETRY)


ZAP = "inproc://zeromq.zap.01"


def pyzmqs_decider(context):
    """One of pyzmq's, started when the one before has given its address back, which a close of libzmq's does later."""
    probe = context.socket(zmq.REP)
    patiently(lambda: probe.bind(ZAP))
    probe.unbind(ZAP)
    probe.close(linger=0)
    decider = zmq.auth.thread.ThreadAuthenticator(context)
    decider.start()
    return decider


class Decider:
    """Answers every question about a peer in the same way."""

    def __init__(self, context, answer):
        self.socket = context.socket(zmq.REP)
        patiently(lambda: self.socket.bind(ZAP))
        self.answer = answer
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.ends.is_set():
            if self.socket.poll(20):
                request = self.socket.recv_multipart()
                self.socket.send_multipart(self.answer(request))
        self.socket.close(linger=0)

    def stop(self):
        self.ends.set()
        self.thread.join()


GARBLED = {
    "frames": lambda version, id: [version, id, b"200", b"OK", b"joe"],
    "version": lambda version, id: [b"1.1", id, b"200", b"OK", b"joe", b""],
    "id": lambda version, id: [version, id + b"9", b"200", b"OK", b"joe", b""],
    "status": lambda version, id: [version, id, b"2OO", b"OK", b"joe", b""],
    "metadata": lambda version, id: [version, id, b"200", b"OK", b"joe", b"\x05Level\0\0\1\x009"],
}


class Peer:
    def __init__(self):
        self.decider = None
        self.context = zmq.Context()
        self.sockets = {}
        self.monitors = {}

    def open(self, name, kind, *options):
        socket = self.context.socket(getattr(zmq, kind))
        socket.linger = 0
        socket.sndtimeo = socket.rcvtimeo = PATIENCE * 1000
        if kind == "ROUTER":
            socket.router_mandatory = 1
        for option in options:
            key, value = option.split("=", 1)
            socket.set(getattr(zmq, key), int(value) if value.lstrip("-").isdigit() else value.encode())
        self.sockets[name] = socket
        self.monitors[name] = self.monitor(name)

    def monitor(self, name):
        """Reads a socket's events, without a high-water mark: libzmq's own threads wait for room in its queue."""
        endpoint = f"inproc://monitor-of-{name}"
        self.sockets[name].monitor(endpoint)
        monitor = self.context.socket(zmq.PAIR)
        monitor.rcvhwm = 0
        monitor.connect(endpoint)
        return monitor

    def close(self, name):
        # In this order: the last event is sent blocking, so its reader must outlive it.
        monitor = self.monitors.pop(name)
        socket = self.sockets.pop(name)
        socket.monitor(None, 0)
        socket.close()
        monitor.close(linger=0)

    def bind(self, name, endpoint):
        socket = self.sockets[name]
        patiently(lambda: socket.bind(endpoint))
        return socket.last_endpoint.decode()

    def connect(self, name, endpoint):
        self.sockets[name].connect(endpoint)

    def unbind(self, name, endpoint):
        self.sockets[name].unbind(endpoint)

    def disconnect(self, name, endpoint):
        self.sockets[name].disconnect(endpoint)

    def subscribe(self, name, topic):
        self.sockets[name].subscribe(frame(topic))

    def unsubscribe(self, name, topic):
        self.sockets[name].unsubscribe(frame(topic))

    def await_(self, name, event):
        wanted = getattr(zmq.Event, event)
        monitor = self.monitors[name]
        while monitor.poll(PATIENCE * 1000):
            message = recv_monitor_message(monitor)
            if message["event"] == wanted:
                return message["value"]
        raise TimeoutError(f"no event {event}")

    def attend(self, name):
        self.sockets[name].get(zmq.EVENTS)

    def alone(self, name):
        deadline = time.monotonic() + PATIENCE
        while self.sockets[name].get(zmq.EVENTS) & zmq.POLLOUT:
            if time.monotonic() > deadline:
                raise TimeoutError("there still is somebody")
            time.sleep(RETRY)

    def send(self, name, *frames):
        message = [frame(each) for each in frames]
        patiently(lambda: self.sockets[name].send_multipart(message))

    def recv(self, name):
        return " ".join(text(each) for each in self.sockets[name].recv_multipart())

    def tryrecv(self, name, milliseconds):
        return self.recv(name) if self.sockets[name].poll(int(milliseconds)) else "none"

    def echo(self, name, count):
        socket = self.sockets[name]
        for _ in range(int(count)):
            socket.send_multipart(socket.recv_multipart())

    def count(self, name, count, *frames):
        socket = self.sockets[name]
        envelope = [frame(each) for each in frames]
        for index in range(int(count)):
            message = envelope + [number(index)]
            patiently(lambda: socket.send_multipart(message))

    def check(self, name, count):
        socket = self.sockets[name]
        for index in range(int(count)):
            came = socket.recv_multipart()[-1]
            if came != number(index):
                raise ValueError(f"{came} came instead of {index}")

    def ask(self, name, count, *frames):
        socket = self.sockets[name]
        envelope = [frame(each) for each in frames]
        for index in range(int(count)):
            message = envelope + [number(index)]
            patiently(lambda: socket.send_multipart(message))
            came = socket.recv_multipart()
            if came != message:
                raise ValueError(f"{came} came instead of {message}")

    def users(self, *users):
        self.decider = pyzmqs_decider(self.context)
        self.decider.configure_plain("*", dict(user.split("=", 1) for user in users))

    def keys(self, directory):
        self.decider = pyzmqs_decider(self.context)
        self.decider.configure_curve("*", directory)

    def decide(self, status, user=""):
        metadata = b"\x05Level\0\0\0\x019" if status == "200" else b""
        answer = [status.encode(), b"because", user.encode(), metadata]
        self.decider = Decider(self.context, lambda request: request[:2] + answer)

    def garble(self, what):
        self.decider = Decider(self.context, lambda request: GARBLED[what](*request[:2]))

    def reset(self):
        if self.decider:
            self.decider.stop()
            self.decider = None
        for name in list(self.sockets):
            self.close(name)


def main():
    peer = Peer()
    for line in sys.stdin:
        command, *words = line.split()
        method = getattr(peer, "await_" if command == "await" else command)
        try:
            result = method(*words)
            answer = "ok" if result is None else f"ok {result}"
        except Exception as error:
            answer = f"error {type(error).__name__}: {error}"
        print(answer.replace("\n", " "), flush=True)
    peer.context.destroy(linger=0)


main()
