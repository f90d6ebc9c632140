package io.zmq4j.interop.differential;

import io.zmq4j.message.Message;

/** Does not say that it is another's turn. */
final class Impolite extends Faulty {
    Impolite(Player player) {
        super(player);
    }

    @Override
    public Answer send(String socket, Message message) {
        Answer answer = super.send(socket, message);
        return answer.code().equals("EFSM") ? Answer.OK : answer;
    }
}
