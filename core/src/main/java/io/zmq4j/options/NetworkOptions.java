package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.BACKLOG;
import static io.zmq4j.options.SocketOptions.IPV6;
import static io.zmq4j.options.SocketOptions.RCVBUF;
import static io.zmq4j.options.SocketOptions.SNDBUF;
import static io.zmq4j.options.SocketOptions.SOCKS_PASSWORD;
import static io.zmq4j.options.SocketOptions.SOCKS_PROXY;
import static io.zmq4j.options.SocketOptions.SOCKS_USERNAME;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE_CNT;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE_IDLE;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE_INTVL;
import static io.zmq4j.options.SocketOptions.TOS;

/**
 * What the operating system is asked for, for TCP and ipc. For later endpoints.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface NetworkOptions<S> extends Options<S> {
    /**
     * Most connections waiting to be accepted; default 0: as many as the system allows. {@link SocketOptions#BACKLOG
     * ZMQ_BACKLOG}.
     */
    default S backlog(int value) {
        return Chain.set(this, BACKLOG, value);
    }

    default int backlog() {
        return get(BACKLOG);
    }

    /**
     * The kernel's send buffer in bytes; default -1: the system's, over ipc 1 MiB. {@link SocketOptions#SNDBUF
     * ZMQ_SNDBUF}.
     */
    default S sendBuffer(int value) {
        return Chain.set(this, SNDBUF, value);
    }

    default int sendBuffer() {
        return get(SNDBUF);
    }

    /** The kernel's receive buffer in bytes; default -1: the system's. {@link SocketOptions#RCVBUF ZMQ_RCVBUF}. */
    default S receiveBuffer(int value) {
        return Chain.set(this, RCVBUF, value);
    }

    default int receiveBuffer() {
        return get(RCVBUF);
    }

    /**
     * The SOCKS5 proxy that connects over TCP, as host:port; default empty: none. {@link SocketOptions#SOCKS_PROXY
     * ZMQ_SOCKS_PROXY}.
     */
    default S socksProxy(String value) {
        return Chain.set(this, SOCKS_PROXY, value);
    }

    default String socksProxy() {
        return get(SOCKS_PROXY);
    }

    /** Who this is to the proxy; default empty: nobody. {@link SocketOptions#SOCKS_USERNAME ZMQ_SOCKS_USERNAME}. */
    default S socksUsername(String value) {
        return Chain.set(this, SOCKS_USERNAME, value);
    }

    default String socksUsername() {
        return get(SOCKS_USERNAME);
    }

    /** The password for the proxy; default empty. {@link SocketOptions#SOCKS_PASSWORD ZMQ_SOCKS_PASSWORD}. */
    default S socksPassword(String value) {
        return Chain.set(this, SOCKS_PASSWORD, value);
    }

    default String socksPassword() {
        return get(SOCKS_PASSWORD);
    }

    /**
     * TCP keep-alive, 0 for off, 1 for on; default -1: the system's. {@link SocketOptions#TCP_KEEPALIVE
     * ZMQ_TCP_KEEPALIVE}.
     */
    default S tcpKeepAlive(int value) {
        return Chain.set(this, TCP_KEEPALIVE, value);
    }

    default int tcpKeepAlive() {
        return get(TCP_KEEPALIVE);
    }

    /**
     * Keep-alive probes without answer that end a connection; default -1: the system's.
     * {@link SocketOptions#TCP_KEEPALIVE_CNT ZMQ_TCP_KEEPALIVE_CNT}.
     */
    default S tcpKeepAliveCount(int value) {
        return Chain.set(this, TCP_KEEPALIVE_CNT, value);
    }

    default int tcpKeepAliveCount() {
        return get(TCP_KEEPALIVE_CNT);
    }

    /**
     * Seconds without traffic before the first keep-alive probe; default -1: the system's.
     * {@link SocketOptions#TCP_KEEPALIVE_IDLE ZMQ_TCP_KEEPALIVE_IDLE}.
     */
    default S tcpKeepAliveIdle(int value) {
        return Chain.set(this, TCP_KEEPALIVE_IDLE, value);
    }

    default int tcpKeepAliveIdle() {
        return get(TCP_KEEPALIVE_IDLE);
    }

    /**
     * Seconds between two keep-alive probes; default -1: the system's. {@link SocketOptions#TCP_KEEPALIVE_INTVL
     * ZMQ_TCP_KEEPALIVE_INTVL}.
     */
    default S tcpKeepAliveInterval(int value) {
        return Chain.set(this, TCP_KEEPALIVE_INTVL, value);
    }

    default int tcpKeepAliveInterval() {
        return get(TCP_KEEPALIVE_INTVL);
    }

    /** Whether IPv6 is used, beside IPv4; default false. {@link SocketOptions#IPV6 ZMQ_IPV6}. */
    default S ipv6(boolean value) {
        return Chain.set(this, IPV6, value);
    }

    default boolean ipv6() {
        return get(IPV6);
    }

    /** The type-of-service byte of IP packets, 0 to 255; default 0. {@link SocketOptions#TOS ZMQ_TOS}. */
    default S typeOfService(int value) {
        return Chain.set(this, TOS, value);
    }

    default int typeOfService() {
        return get(TOS);
    }
}
