using Rehearsal.Providers.Aws;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>What an account holds, which says whether a destroyed stack left something behind.</summary>
public class ContentsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task ResourceOfEveryType_IsAmongTheContents_OrGoesWithOneThatIs()
    {
        var stack = aws.NewStack();
        var result = await stack.UpAsync(program => EveryType.RegisterAsync(program, [], isChanged: false));
        result.Failures.Should().BeEmpty();
        var made = result.State.Resources.Where(resource => resource.Provider is not null).ToLookup(resource => resource.Goal.Type);
        var contents = await stack.ContentsAsync();

        made.Select(ofType => ofType.Key).Should()
            .BeEquivalentTo(ResourceTypes.All.Select(type => type.Token), "the program has every type");
        foreach (var type in ResourceTypes.All)
        {
            var arns = made[type.Token].Select(resource => resource.Outputs.Text("arn")).OfType<string>().ToList();
            arns.Should().BeSubsetOf(contents, $"{type.Token} has them");
            var listed = type.ListAsync(new AccountSnapshot(stack.Aws));
            if (listed != IResourceType.PartOfAnother)
            {
                arns.Should().NotBeEmpty().And.BeSubsetOf(await listed, $"{type.Token} has them");
            }
        }
    }

    [Fact]
    public async Task ThePoliciesOfResources_AreThoseOfEveryTypeThatBearsOne()
    {
        var stack = aws.NewStack();
        var result = await stack.UpAsync(program => EveryType.RegisterAsync(program, [], isChanged: false));
        var bearing = ResourceTypes.All.Where(type => type.BearsPolicy).Select(type => type.Token).ToList();
        var bearers = result.State.Resources.Where(resource => bearing.Contains(resource.Goal.Type))
            .Select(resource => resource.Outputs.Text("arn")!);

        var policies = (await stack.Emulated.ResourcePoliciesAsync(bearing)).Documents;

        bearers.Should().NotBeEmpty().And.BeSubsetOf(policies.Keys);
        bearers.Select(arn => policies[arn]?["Statement"]).Should().NotContainNulls("the program gives each a policy");
        (await stack.Emulated.ResourcePoliciesAsync(["aws:iam/role:Role"])).Documents.Should().BeEmpty("no other type is asked");
    }
}
