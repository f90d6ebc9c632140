package io.zmq4j.socket;

import io.zmq4j.event.DropCounters;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pattern.Dealer;
import io.zmq4j.pattern.Pair;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pattern.Pub;
import io.zmq4j.pattern.Pull;
import io.zmq4j.pattern.Push;
import io.zmq4j.pattern.Rep;
import io.zmq4j.pattern.Req;
import io.zmq4j.pattern.Router;
import io.zmq4j.pattern.Sub;
import io.zmq4j.pattern.XPub;
import io.zmq4j.pattern.XSub;
import io.zmq4j.zmtp.SocketType;

/** The one place that knows which pattern a socket type is. */
final class Patterns {
    private Patterns() {}

    static Pattern of(SocketType type, OptionValues options, DropCounters drops) {
        return switch (type) {
            case PAIR -> new Pair(drops);
            case PUB -> new Pub(options, drops);
            case SUB -> new Sub(options, drops);
            case REQ -> new Req(options, drops);
            case REP -> new Rep(drops);
            case DEALER -> new Dealer(options);
            case ROUTER -> new Router(options, drops);
            case PULL -> new Pull();
            case PUSH -> new Push(drops);
            case XPUB -> new XPub(options, drops);
            case XSUB -> new XSub(drops);
        };
    }
}
