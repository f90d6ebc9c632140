/** What messages, frames and pictures are made of, how they are sent as a whole, and how they look in files and on the wire. */
package programs.message;
