package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.util.function.Consumer;

/** One question about a peer, and who wants the answer. */
record Inquiry(String id, Message request, Consumer<Verdict> answer) {}
