package dev.startill.sandbox.webapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/**
 * The Ed25519 key that stands in for Telegram's. It is public on purpose and the same in every
 * sandbox, so that a test can name its public half; nothing outside a sandbox may trust it.
 */
final class SandboxKey {
  /** The public half in hexadecimal, as Telegram publishes its own. */
  static final String PUBLIC = "214d52f35e0937d0568b02642f732d8745b63db6b1865267ef9320895b8c426b";

  /** Thirty-two bytes that everybody may know. */
  private static final byte[] SEED =
      "a sandbox's key, public by design".substring(0, 32).getBytes(StandardCharsets.US_ASCII);

  private static final PrivateKey PRIVATE = read();

  private SandboxKey() {}

  static byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(PRIVATE);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey read() {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, SEED));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
