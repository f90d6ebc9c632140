package io.zmq4j.sample;

/** What a customer asks for, as JSON. */
record Order(String item, int count) {}
