/** Endpoints of every kind that answer with what they are told, in one container or another. */
package example.sockets;
