package io.zmq4j.sample;

/** What the shop answers, as JSON. */
record Receipt(String item, int cents) {}
