package io.zmq4j.bench.compare.chart;

import java.util.Locale;

/** Colours that people with any kind of sight tell apart (Okabe and Ito's), with lighter ones for a dark screen. */
public enum Colour {
    BLUE("#0072b2", "#56a8e8"),
    SKY("#3aa6dd", "#9ad4f5"),
    ORANGE("#d55e00", "#ff8c42"),
    GREEN("#008a63", "#2fcf9f"),
    GREY("#6e7781", "#a8b1bb");

    private final String onLight;
    private final String onDark;

    Colour(String onLight, String onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    String onLight() {
        return onLight;
    }

    String onDark() {
        return onDark;
    }
}
