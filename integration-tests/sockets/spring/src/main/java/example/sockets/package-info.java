/** A program that speaks STOMP and plain WebSockets by Spring. */
package example.sockets;
