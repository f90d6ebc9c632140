package io.zmq4j.jfr;

/**
 * What a socket has counted so far, and how it stands.
 *
 * @param site the socket, without endpoint and peer
 * @param context the name of its context
 * @param type such as {@code PUB}
 * @param messagesSent taken to be written, or over {@code inproc} by the receiver
 * @param messagesReceived put into the queue from which the application receives
 * @param bytesSent in the frames of {@code messagesSent}
 * @param bytesReceived in the frames of {@code messagesReceived}
 * @param queuedToSend messages that wait to be sent, over all peers
 * @param queuedToReceive messages that wait for the application, over all peers
 * @param dropped messages, for whatever reason
 * @param peers connections that are there
 * @param fullPeers peers whose queue in either direction is at its high-water mark
 */
public record SocketNumbers(
        Site site,
        String context,
        String type,
        long messagesSent,
        long messagesReceived,
        long bytesSent,
        long bytesReceived,
        long queuedToSend,
        long queuedToReceive,
        long dropped,
        long peers,
        long fullPeers) {}
