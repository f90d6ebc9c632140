package io.zmq4j.discovery.gossip;

import io.zmq4j.message.Message;

/** A message to whoever gossips there. */
public record Letter(String contact, Message message) {}
