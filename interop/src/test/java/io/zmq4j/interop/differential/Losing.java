package io.zmq4j.interop.differential;

import io.zmq4j.message.Message;

/** Loses every seventh message of a scenario. */
final class Losing extends Faulty {
    private static final int LOST = 7;

    private int sent;

    Losing(Player player) {
        super(player);
    }

    @Override
    public void begin(String scheme, int patience) {
        sent = 0;
        super.begin(scheme, patience);
    }

    @Override
    public Answer send(String socket, Message message) {
        return ++sent % LOST == 0 ? Answer.OK : super.send(socket, message);
    }
}
