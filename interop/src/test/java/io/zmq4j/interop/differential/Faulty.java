package io.zmq4j.interop.differential;

import io.zmq4j.message.Message;

/** Another player with a planted fault. */
abstract class Faulty implements Player {
    final Player player;

    Faulty(Player player) {
        this.player = player;
    }

    @Override
    public void begin(String scheme, int patience) {
        player.begin(scheme, patience);
    }

    @Override
    public Answer call(Step step) {
        return player.call(step);
    }

    @Override
    public Answer send(String socket, Message message) {
        return player.send(socket, message);
    }

    @Override
    public Answer receive(String socket) {
        return player.receive(socket);
    }

    @Override
    public void close() {
        player.close();
    }
}
