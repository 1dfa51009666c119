/** What Jetty 9.4 needs otherwise than the endpoints that are renamed for it. */
package example.sockets;
