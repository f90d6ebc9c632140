package io.zmq4j.bridge.replay;

import io.zmq4j.message.Message;
import java.util.List;

/**
 * What is sent back, behind the routing id: any number of records, then one end or one error.
 *
 * <pre>
 * record  ID  FRAME…   the id of a record, and the message as a PUB sends it
 * end     ID…          everything was sent up to these, one of each partition
 * error   REASON       nothing more comes
 * </pre>
 */
final class Answer {
    private Answer() {}

    static Message record(String id, Message published) {
        return published.prepend(Message.of("record", id));
    }

    static Message end(List<String> ids) {
        var end = Message.of("end");
        return ids.isEmpty() ? end : end.append(Message.of(ids.toArray(String[]::new)));
    }

    static Message error(String reason) {
        return Message.of("error", reason);
    }
}
