"""What people write in Python in place of a bridge: a socket, a client of Kafka and a loop between them.

bridge_loop.py in|out BROKER TOPIC ENDPOINT; ends with its standard input.
"""

import os
import sys
import threading

import zmq
from confluent_kafka import Consumer, Producer


def end_with_input():
    sys.stdin.read()
    os._exit(0)


def into_kafka(broker, topic, endpoint):
    pull = zmq.Context.instance().socket(zmq.PULL)
    pull.connect(endpoint)
    producer = Producer({"bootstrap.servers": broker, "acks": "all"})
    while True:
        body = pull.recv()
        while True:
            try:
                producer.produce(topic, body)
                break
            except BufferError:
                producer.poll(0.01)
        producer.poll(0)


def out_of_kafka(broker, topic, endpoint):
    push = zmq.Context.instance().socket(zmq.PUSH)
    push.connect(endpoint)
    consumer = Consumer({"bootstrap.servers": broker, "auto.offset.reset": "earliest", "group.id": topic})
    consumer.subscribe([topic])
    while True:
        message = consumer.poll(1)
        if message is not None and message.error() is None:
            push.send(message.value())


threading.Thread(target=end_with_input, daemon=True).start()
way = {"in": into_kafka, "out": out_of_kafka}[sys.argv[1]]
way(*sys.argv[2:])
