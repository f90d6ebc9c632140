/** Messages in arrays, buffers, strings and the message objects of the lower layer. */
package programs.buffer;
