/** Timers and tickets that their owner's thread drives: nothing here has a thread. Imports {@code zmq.util}. */
package org.zeromq.timer;
