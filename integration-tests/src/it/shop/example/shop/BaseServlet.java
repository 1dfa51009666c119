package example.shop;

import javax.servlet.GenericServlet;

/** A class between a servlet and the type by which servlets are known. */
abstract class BaseServlet extends GenericServlet implements Shelf {}
