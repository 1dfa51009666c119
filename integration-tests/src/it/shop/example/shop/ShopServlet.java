package example.shop;

/** One more class between. */
abstract class ShopServlet extends BaseServlet {}
