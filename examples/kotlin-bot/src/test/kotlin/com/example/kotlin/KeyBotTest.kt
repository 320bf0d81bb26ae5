package com.example.kotlin

import com.pengrad.telegrambot.TelegramBot
import dev.startill.jdbc.JdbcStore
import dev.startill.sandbox.Sandbox
import dev.startill.sandbox.junit.SandboxParameter
import dev.startill.telegram.pengrad.PengradBot
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.extension.ExtendWith
import org.junit.jupiter.api.io.TempDir

/** Two keys, and whoever comes third keeps their Stars. */
@ExtendWith(SandboxParameter::class)
@Timeout(60)
class KeyBotTest {
    @TempDir
    lateinit var folder: Path

    private lateinit var store: JdbcStore
    private lateinit var shop: KeyBot

    @BeforeEach
    fun open(telegram: Sandbox) {
        val client = TelegramBot.Builder(telegram.token()).apiUrl("${telegram.url()}/bot").build()
        val bot = PengradBot.over(client)
        store = JdbcStore.open("jdbc:sqlite:${folder.resolve("keys.db")}", bot.id())
        shop = KeyBot(bot, store, listOf("KEY-ONE", "KEY-TWO"))
    }

    @AfterEach
    fun close() {
        shop.close()
        store.close()
    }

    @Test
    fun each_key_is_sold_once_and_then_none(telegram: Sandbox) {
        val ann = telegram.buyer("Ann").withStars(100)
        val boris = telegram.buyer("Boris").withStars(100)
        val clara = telegram.buyer("Clara").withStars(100)
        telegram.duplicate("successful_payment").always()

        for (buyer in listOf(ann, boris, clara)) {
            buyer.sends("/key")
            buyer.waitsFor("an invoice") { it.isInvoice }
        }
        assertThat(ann.pays().isPaid).isTrue()
        assertThat(boris.pays().isPaid).isTrue()
        assertThat(clara.pays().isPaid).isFalse()

        val keys = listOf(ann.reads("KEY-").text(), boris.reads("KEY-").text())
        assertThat(keys.map { it.substringAfter("KEY-").take(3) }).containsExactlyInAnyOrder("ONE", "TWO")
        assertThat(clara.stars()).isEqualTo(100)
        ann.sends("/keys")
        ann.reads("You have had a key since")
    }

    @Test
    fun a_tip_is_thanked_for(telegram: Sandbox) {
        val ann = telegram.buyer("Ann").withStars(100)

        ann.sends("/tip")
        ann.pays()

        ann.reads("Thank you for 5")
    }
}
