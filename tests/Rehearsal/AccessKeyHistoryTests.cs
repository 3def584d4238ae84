using System.Collections.Immutable;
using Rehearsal.Life;
using Rehearsal.Providers.Aws.Iam;

namespace SageMakerIam.Tests.Rehearsal;

public class AccessKeyHistoryTests
{
    private readonly AccessKeyHistory history = new();

    [Fact]
    public void FirstKey_IsNoOutage() => Follow(Saw("dev", "CreateAccessKey", 1, 0)).Should().BeEmpty();

    [Fact]
    public void ThirdKey_IsNoticed() =>
        Follow(Saw("dev", "CreateAccessKey", 2, 1)).Should()
            .Equal("After CreateAccessKey, dev has a third access key: 2 active, 1 inactive.");

    [Fact]
    public void MomentWithoutAnActiveKey_IsNoticed_ThoughTheUpdateEndsWell() =>
        Follow(Saw("dev", "CreateAccessKey", 1, 0), Saw("dev", "DeleteAccessKey", 0, 0), Saw("dev", "CreateAccessKey", 1, 0))
            .Should().Equal("After DeleteAccessKey, dev has no active access key: 0 active.");

    [Fact]
    public void LastKey_DeactivatedInALaterUpdate_IsNoticed()
    {
        Follow(Saw("dev", "CreateAccessKey", 1, 0));
        Follow(Saw("dev", "UpdateAccessKey", 0, 1)).Should()
            .Equal("After UpdateAccessKey, dev has no active access key: 0 active, 1 inactive.");
    }

    [Fact]
    public void UserThatIsDeleted_MayLoseItsKeysFirst()
    {
        Follow(Saw("dev", "CreateAccessKey", 1, 0));
        Follow(Saw("dev", "DeleteAccessKey", 0, 0), Saw("dev", "DeleteUser", null, 0)).Should().BeEmpty();
    }

    [Fact]
    public void Users_AreFollowedOneByOne() =>
        Follow(Saw("dev", "CreateAccessKey", 1, 0), Saw("ops", "CreateAccessKey", 1, 0), Saw("ops", "DeleteAccessKey", 0, 0))
            .Should().ContainSingle().Which.Should().Contain("ops");

    private static AccessKeySighting Saw(string user, string call, int? active, int inactive) => new(user, call, active, inactive);

    private ImmutableArray<string> Follow(params ImmutableArray<AccessKeySighting> sightings) => history.Follow(sightings);
}
