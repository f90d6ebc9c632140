package io.zmq4j.discovery.gossip;

/** What is to be found where: a name, and an endpoint to connect to. */
public record Service(String name, String endpoint) {}
