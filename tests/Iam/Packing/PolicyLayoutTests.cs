using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;

namespace SageMakerIam.Tests.Iam.Packing;

public class PolicyLayoutTests
{
    [Fact]
    public void WhatFitsInline_StandsInline()
    {
        var layout = PolicyLayout.Of([OfSize("A", 1_000), OfSize("B", 900)], PolicyQuota.User);
        layout.Inline.Should().NotBeNull();
        layout.Managed.Should().BeEmpty();
    }

    [Fact]
    public void WhatDoesNotFitInline_StandsInOneManagedPolicyIfThatHoldsIt() =>
        PolicyLayout.Of([OfSize("A", 1_400), OfSize("B", 2_700), OfSize("C", 2_700)], PolicyQuota.User).Managed.Should().ContainSingle();

    [Fact]
    public void Nothing_NeedsNoPolicy() => PolicyLayout.Of([], PolicyQuota.User).Inline.Should().BeNull();

    [Fact]
    public void Statement_ThatNoPolicyHolds_IsSplitByItsResources()
    {
        var statements = ImmutableArray.Create(OfSize("A", 20_000));
        var layout = PolicyLayout.Of(statements, PolicyQuota.User);
        Documents(layout, statements).SelectMany(document => document.Statements).SelectMany(statement => statement.Resources)
            .Should().BeEquivalentTo(statements[0].Resources);
    }

    [Fact]
    public void Denial_StaysWhereItIs_WhateverElseIsAllowed()
    {
        ImmutableArray<Statement> denied =
            [OfSize("D1", 700) with { Effect = Effect.Deny }, OfSize("D2", 900) with { Effect = Effect.Deny }];
        foreach (var allowed in new[] { 100, 300, 1_000, 1_900, 5_000 })
        {
            ImmutableArray<Statement> statements = [OfSize("A", allowed), OfSize("B", 400), .. denied];
            PolicyLayout.Of(statements, PolicyQuota.User).Inline!.Document(statements).Statements.Select(statement => statement.Sid)
                .Should().Contain(["D1", "D2"]);
        }
    }

    [Fact]
    public void WhatCannotFit_IsAnErrorThatSaysByHowMuch()
    {
        var layout = () => PolicyLayout.Of([OfSize("A", 70_000)], PolicyQuota.User);
        layout.Should().Throw<PolicyTooLargeException>()
            .WithMessage("its policies take * characters, * more than IAM holds for it: 2,048 inline and 10 managed policies of 6,144");
    }

    [Fact]
    public void AttachedPolicies_TakeTheRoomOfManagedOnes()
    {
        var layout = () => PolicyLayout.Of([OfSize("A", 12_000)], PolicyQuota.User.Without(9));
        layout.Should().Throw<PolicyTooLargeException>();
    }

    [Fact]
    public void Layout_KeepsEveryPermissionOnce_AndEveryDocumentWithinItsQuota() => Prop.ForAll(
        // Nine of the largest fit a role, divided: one of them is more than a policy holds.
        Gen.Choose(60, 7_000).ListOf().Select(sizes => sizes.Take(9).ToArray()).ToArbitrary(),
        sizes =>
        {
            var statements = sizes.Select((size, index) => OfSize($"S{index}", size)).ToImmutableArray();
            var layout = PolicyLayout.Of(statements, PolicyQuota.Role);
            var documents = Documents(layout, statements).ToArray();

            Pairs(documents.SelectMany(document => document.Statements)).Should().Equal(Pairs(statements));
            layout.Managed.Where(part => part.Document(statements).Size > PolicyQuota.ManagedPolicy).Should().BeEmpty();
            (layout.Inline?.Document(statements).Size ?? 0).Should().BeLessThanOrEqualTo(PolicyQuota.Role.Inline);
            documents.Where(document => document.Statements.DistinctBy(statement => statement.Sid).Count() < document.Statements.Length)
                .Should().BeEmpty();
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<PolicyDocument> Documents(PolicyLayout layout, ImmutableArray<Statement> statements) =>
        layout.Managed.Select(part => part.Document(statements)).Concat(layout.Inline is { } inline ? [inline.Document(statements)] : []);

    private static IEnumerable<string> Pairs(IEnumerable<Statement> statements) =>
        statements.SelectMany(statement => statement.Resources.Select(resource => $"{statement.Actions[0]} {resource}"))
            .Order(StringComparer.Ordinal);

    private static Statement OfSize(string sid, int size) => new()
    {
        Sid = sid,
        Actions = [$"s3:{sid}"],
        Resources = [.. Enumerable.Range(0, Math.Max(1, size / 60)).Select(i => $"arn:aws:s3:::{i:D4}{new string('b', 41)}")],
    };
}
