package dev.startill.sandbox.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom to believe over TLS: the usual authorities, or the certificate that a bot uploaded. */
public final class Trust {
  private Trust() {}

  /**
   * Sockets that trust this certificate, or the usual authorities if there is none.
   *
   * @throws GeneralSecurityException when it is no certificate in PEM
   */
  static SSLSocketFactory in(String certificate) throws GeneralSecurityException {
    if (certificate.isEmpty()) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var pem = new ByteArrayInputStream(certificate.getBytes(StandardCharsets.ISO_8859_1));
      int number = 0;
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("uploaded-" + number++, each);
      }
      if (number == 0) {
        throw new GeneralSecurityException("no certificate in PEM");
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** Whether a text can be used as a certificate. */
  public static boolean isCertificate(String text) {
    try {
      return in(text) != null;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
