package io.zmq4j.bench.compare;

/** Which cores the ends of a row may use. */
enum Placement {
    /** Wherever the kernel likes. */
    ANYWHERE {
        @Override
        String cores(Cores cores, int end, int ends) {
            return "";
        }
    },
    /** All on the same one. */
    ONE_CORE {
        @Override
        String cores(Cores cores, int end, int ends) {
            return Integer.toString(cores.first());
        }
    },
    /** One core for each end; the two for both if they are one process. */
    CORE_EACH {
        @Override
        String cores(Cores cores, int end, int ends) {
            if (ends == 1) {
                return cores.first() + "," + cores.second();
            }
            return Integer.toString(end == 0 ? cores.first() : cores.second());
        }
    };

    /** The list for taskset -c, empty for no pinning. */
    abstract String cores(Cores cores, int end, int ends);
}
