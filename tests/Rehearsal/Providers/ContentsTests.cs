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
}
