package com.example.kotlin

import com.pengrad.telegrambot.TelegramBot
import com.pengrad.telegrambot.model.Chat
import com.pengrad.telegrambot.model.Update
import com.pengrad.telegrambot.request.SendMessage
import dev.startill.Startill
import dev.startill.catalog.Catalog
import dev.startill.catalog.Delivery
import dev.startill.catalog.Product
import dev.startill.catalog.ProductId
import dev.startill.doctor.Expectation
import dev.startill.jdbc.JdbcStore
import dev.startill.money.Stars
import dev.startill.port.Store
import dev.startill.telegram.pengrad.PengradBot

private val KEY = Product(
    ProductId("key"), "Key", "A key to the game.", Stars(75), Delivery.Code()
)
private val TIP = Product(
    ProductId("tip"), "Tip", "A coffee for the author.", Stars(5), Delivery.Handler("thanks")
)

/** Sells keys from a stock, each of them once, and takes tips, for which it says thanks. */
class KeyBot(bot: PengradBot, store: Store, keys: List<String>) : AutoCloseable {
    private val client = bot.client()

    private val startill = Startill.over(store, bot.telegram())
        .selling(Catalog.of(KEY, TIP))
        .fulfilling { purchase -> say(purchase.buyer().value(), "Thank you for ${purchase.amount()}!") }
        .onPaid { paid -> println("Paid: ${paid.order().id()}") }
        .start()
        .also { it.stock(KEY.id(), keys) }
        .also { it.doctor(Expectation.polling()).requireHealthy() }

    private val polling = bot.poll(startill, ::answer)

    /** Gets what is no payment. In groups a bot is silent. */
    private fun answer(update: Update) {
        val message = update.message()?.takeIf { it.chat().type() == Chat.Type.Private } ?: return
        val buyer = message.from()?.id() ?: return
        when (message.text()) {
            "/key" -> startill.sell("key").to(buyer).invoice()
            "/tip" -> startill.sell("tip").to(buyer).invoice()
            "/keys" -> say(buyer, bought(buyer))
            "/terms" -> say(buyer, "A key opens one game.")
            "/paysupport" -> say(buyer, "Write to shop@example.com.")
            else -> say(buyer, "A key is /key, a coffee for me is /tip")
        }
    }

    private fun bought(buyer: Long): String {
        val since = startill.entitlements().of(buyer)
            .filter { it.product() == KEY.id() }
            .map { it.since() }
        return since.firstOrNull()?.let { "You have had a key since $it." } ?: "You have no key yet."
    }

    private fun say(chat: Long, text: String) {
        client.execute(SendMessage(chat, text))
    }

    override fun close() {
        polling.close()
        startill.close()
    }
}

/** Runs until it is ended. */
fun main() {
    val api = System.getenv("BOT_API") ?: "https://api.telegram.org"
    val client = TelegramBot.Builder(System.getenv("BOT_TOKEN")).apiUrl("$api/bot").build()
    val bot = PengradBot.over(client)
    KeyBot(bot, JdbcStore.open("jdbc:sqlite:keys.db", bot.id()), listOf("AAAA-1111", "BBBB-2222"))
}
