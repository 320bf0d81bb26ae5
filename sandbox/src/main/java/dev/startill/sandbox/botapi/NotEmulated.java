package dev.startill.sandbox.botapi;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Methods of Bot API 10.3 that exist at Telegram and not here yet. */
final class NotEmulated {
  static final Set<String> NAMES =
      Stream.of(
              """
              sendPoll sendChecklist sendMessageDraft sendGame getUserProfileAudios
              setUserEmojiStatus restrictChatMember setChatAdministratorCustomTitle setChatMemberTag
              banChatSenderChat unbanChatSenderChat setChatPermissions approveChatJoinRequest
              declineChatJoinRequest setChatPhoto deleteChatPhoto setChatTitle setChatDescription
              setChatStickerSet deleteChatStickerSet getForumTopicIconStickers createForumTopic
              editForumTopic closeForumTopic reopenForumTopic deleteForumTopic
              unpinAllForumTopicMessages editGeneralForumTopic closeGeneralForumTopic
              reopenGeneralForumTopic hideGeneralForumTopic unhideGeneralForumTopic
              unpinAllGeneralForumTopicMessages getUserChatBoosts setMyProfilePhoto
              removeMyProfilePhoto verifyUser verifyChat removeUserVerification
              removeChatVerification readBusinessMessage deleteBusinessMessages
              setBusinessAccountName setBusinessAccountUsername setBusinessAccountBio
              setBusinessAccountProfilePhoto removeBusinessAccountProfilePhoto
              setBusinessAccountGiftSettings getBusinessAccountStarBalance
              transferBusinessAccountStars getBusinessAccountGifts convertGiftToStars upgradeGift
              transferGift postStory repostStory editStory deleteStory editMessageLiveLocation
              stopMessageLiveLocation editMessageChecklist stopPoll approveSuggestedPost
              declineSuggestedPost getStickerSet getCustomEmojiStickers uploadStickerFile
              createNewStickerSet addStickerToSet setStickerPositionInSet deleteStickerFromSet
              replaceStickerInSet setStickerEmojiList setStickerKeywords setStickerMaskPosition
              setStickerSetTitle setStickerSetThumbnail setCustomEmojiStickerSetThumbnail
              deleteStickerSet savePreparedInlineMessage setPassportDataErrors
              setGameScore getGameHighScores getManagedBotToken replaceManagedBotToken
              answerChatJoinRequestQuery answerGuestQuery deleteAllMessageReactions
              deleteEphemeralMessage deleteMessageReaction editEphemeralMessageCaption
              editEphemeralMessageMedia editEphemeralMessageReplyMarkup editEphemeralMessageText
              getManagedBotAccessSettings getUserPersonalChatMessages savePreparedKeyboardButton
              sendChatJoinRequestWebApp sendLivePhoto sendRichMessage sendRichMessageDraft
              setManagedBotAccessSettings
              """
                  .split("\\s+"))
          .filter(name -> !name.isEmpty())
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private NotEmulated() {}
}
