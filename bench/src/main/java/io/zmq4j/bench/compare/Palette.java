package io.zmq4j.bench.compare;

import io.zmq4j.bench.compare.chart.Colour;

/** The same colour for the same contestant in every chart. */
record Palette(Contestants contestants) {
    Colour colour(Contestant contestant) {
        return switch (contestant.implementation()) {
            case ZMQ4J -> contestants.zmq4js().indexOf(contestant) == 0 ? Colour.BLUE : Colour.SKY;
            case LIBZMQ -> Colour.ORANGE;
            case JEROMQ -> Colour.GREEN;
            // In no chart beside it.
            case FACADE, RAW -> Colour.GREY;
        };
    }
}
