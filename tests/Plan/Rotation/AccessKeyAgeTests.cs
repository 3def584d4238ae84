using SageMakerIam.Plan.Rotation;

namespace SageMakerIam.Tests.Plan.Rotation;

public class AccessKeyAgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void KeyOfNinetyDays_IsNotOld() => AccessKeyAge.Warning("dev", "2026-03-03T12:00:00Z", 90, Now).Should().BeNull();

    [Fact]
    public void KeyOfNinetyOneDays_IsOld_AndTheWarningSaysWhatToDo() =>
        AccessKeyAge.Warning("dev", "2026-03-02T12:00:00Z", 90, Now)
            .Should().Be(
                "The access key of deployers.dev is 91 days old, and was to be 90 at most: rotate it. Raise accessKey.generation by "
                + "one, with previous: active.");
}
