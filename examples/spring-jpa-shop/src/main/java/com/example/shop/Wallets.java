package com.example.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/** All there are, by their owners' ids at Telegram. */
interface Wallets extends JpaRepository<Wallet, Long> {}
