/** Queue, forwarder and streamer: both sides know the device only, and come and go as they like. */
@NullMarked
package io.zmq4j.examples.devices;

import org.jspecify.annotations.NullMarked;
