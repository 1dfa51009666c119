package example.shop;

import javax.servlet.Servlet;

/** An interface between a servlet and {@link Servlet}. */
interface Shelf extends Servlet {}
